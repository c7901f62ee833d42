// Every page of a book, found as a reader finds them: by following the links. Of pages that differ only
// in whom or what they are about, one stands for all.

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Where no link leads: an address that is wrong, and what stands in for a lost connection. */
const UNLINKED = ["/nowhere", "/offline", "/meetings/now"];

/** What a page is called: its address, without whom it is about. */
function called(path) {
  const plain = path.split("?")[0].replace(ID, "one").replace(/^(\/review\/entries\/(finding)?).*/, "$1");
  return plain.split("/").filter(Boolean).join("-") || "this-week";
}

/** The status a page answers with. */
export const status = ({ name }) => (name === "nowhere" ? 404 : 200);

/** The pages of the book behind an address, each with its name and path. */
export async function pages(base) {
  const found = new Map();
  const look = ["/", ...UNLINKED];
  while (look.length) {
    const path = look.shift();
    const name = called(path);
    if (found.has(name)) continue;
    found.set(name, null);
    const answer = await fetch(base + path);
    const isPage = answer.headers.get("content-type")?.startsWith("text/html");
    if (!isPage || answer.headers.has("content-disposition")) continue;
    found.set(name, { name, path });
    const text = (await answer.text()).replaceAll("&#38;", "&");
    for (const [, href] of text.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)) look.push(href);
    // A meeting that has been looks otherwise than one to come.
    const past = text.match(/id="waiting"[^]*?href="(\/meetings\/[0-9a-f-]{36})"/)?.[1];
    if (past) found.set("meetings-past", { name: "meetings-past", path: past });
  }
  return [...found.values()].filter(Boolean);
}
