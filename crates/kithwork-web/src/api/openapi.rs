//! The interface described for programs (`OpenAPI` 3.1), from one list of its operations.

use super::condition::{is_held, is_of_the_book};
use axum::Json;
use serde_json::{Map, Value, json};

/// One operation: its method, path, name, what it does, what is sent and what is answered.
pub(crate) struct Operation {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) name: &'static str,
    says: &'static str,
    /// The schema of the document that is sent; none where none is.
    sent: Option<&'static str>,
    answer: &'static str,
}

#[cfg(test)]
impl Operation {
    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name == name
    }
}

const fn get(
    path: &'static str,
    name: &'static str,
    says: &'static str,
    answer: &'static str,
) -> Operation {
    Operation { method: "get", path, name, says, sent: None, answer }
}

const fn post(
    path: &'static str,
    name: &'static str,
    says: &'static str,
    sent: Option<&'static str>,
    answer: &'static str,
) -> Operation {
    Operation { method: "post", path, name, says, sent, answer }
}

/// All operations.
pub(crate) const OPERATIONS: &[Operation] = &[
    get("/review", "review", "All that is known of the book at a date", "Review"),
    get("/plan", "plan", "Whom to see this week, what to bring, and why", "Plan"),
    get(
        "/friday",
        "friday",
        "The week's close: what is unsaid, what is left over, one thanks",
        "Close",
    ),
    post("/notes", "note", "Keep a note in plain words", Some("NoteIn"), "Note"),
    post("/undo", "undo", "Take back the latest change", None, "Undo"),
    get("/changes", "changes", "What was done, the latest first", "Changes"),
    post("/changes/{id}/undo", "undo_change", "Take back this change and no other", None, "Undo"),
    get("/groups", "groups", "Every group or event, with what it took and brought", "Groups"),
    get("/groups/{id}", "group", "One group: its people, its meetings, stay or leave", "Group"),
    Operation {
        method: "patch",
        path: "/groups/{id}",
        name: "edit_group",
        says: "Put a group right; a field that is left out stays as it is",
        sent: Some("GroupIn"),
        answer: "Group",
    },
    post(
        "/groups/{id}/rating",
        "rate_group",
        "What the owner thinks of its ethos, fit and cost, each 0 to 4",
        Some("RatingIn"),
        "Group",
    ),
    get("/meetings", "meetings", "What goes on, comes, and waits to be looked back on", "Agenda"),
    post("/meetings", "enter_meeting", "Enter a meeting", Some("MeetingIn"), "Evening"),
    get("/meetings/{id}", "meeting", "One meeting, before, during and after", "Evening"),
    post(
        "/meetings/{id}",
        "tell_meeting",
        "Say what the owner goes for, how they felt and how they gave their minute",
        Some("EveningIn"),
        "Evening",
    ),
    post(
        "/meetings/{id}/not-there",
        "not_there",
        "A meeting that was entered and not gone to is taken out again",
        None,
        "Done",
    ),
    get("/questions", "questions", "What only the owner knows, at most seven", "Questions"),
    get("/questions/{id}", "question", "One question that waits", "Question"),
    post("/questions/{id}/answer", "answer", "Answer a question", Some("AnswerIn"), "Done"),
    get("/people", "people", "People found, or everyone by name", "People"),
    post(
        "/people/bulk",
        "bulk",
        "One deed for many people, as one change: those named, those who fit, those of a list",
        Some("BulkIn"),
        "Bulk",
    ),
    get("/lists", "lists", "The lists of people that are kept", "Lists"),
    post("/lists", "keep_list", "Keep a filter of people under a name", Some("ListIn"), "Done"),
    Operation {
        method: "patch",
        path: "/lists/{id}",
        name: "edit_list",
        says: "Another name for a list, or other people in it",
        sent: Some("ListPatch"),
        answer: "Done",
    },
    Operation {
        method: "delete",
        path: "/lists/{id}",
        name: "remove_list",
        says: "Take a list away; the people in it stay",
        sent: None,
        answer: "Done",
    },
    get("/tags", "tags", "The owner's own words that people bear", "Tags"),
    Operation {
        method: "patch",
        path: "/tags/{id}",
        name: "rename_tag",
        says: "Another name for a tag",
        sent: Some("NameIn"),
        answer: "Done",
    },
    get("/people/{id}", "person", "One person", "Person"),
    Operation {
        method: "patch",
        path: "/people/{id}",
        name: "edit_person",
        says: "Put a person right; a field that is left out stays as it is",
        sent: Some("PersonIn"),
        answer: "Done",
    },
    Operation {
        method: "delete",
        path: "/people/{id}",
        name: "erase_person",
        says: "Erase every trace of a person; it can't be taken back",
        sent: None,
        answer: "Done",
    },
    get("/people/{id}/prepare", "prepare", "The sheet to prepare a one-to-one with", "Sheet"),
    post(
        "/people/{id}/merge",
        "merge",
        "Join another record into this one",
        Some("MergeIn"),
        "Done",
    ),
    post(
        "/people/{id}/unmerge",
        "unmerge",
        "Part a record from the one it was joined into",
        None,
        "Done",
    ),
    post(
        "/triage",
        "triage",
        "Keep the owner's word on people, many at once, as one change",
        Some("Decision"),
        "Triaged",
    ),
    get("/start", "first_week", "What keeps the owner, and their first week", "Start"),
    post("/start", "begin", "What keeps the owner from networking", Some("StartIn"), "Start"),
    post(
        "/people/{id}/playbacks",
        "playback",
        "Whether somebody could say what the owner does, when asked",
        Some("PlaybackIn"),
        "Done",
    ),
    post("/people/{id}/said", "said", "What somebody said about the owner", Some("SaidIn"), "Done"),
    post(
        "/people/{id}/projects",
        "project",
        "What the owner makes together with somebody",
        Some("ProjectIn"),
        "Done",
    ),
    get("/levels", "levels", "What the levels are called", "Levels"),
    post(
        "/levels/{id}",
        "rename_level",
        "A name of the owner's own for a level",
        Some("NameIn"),
        "Levels",
    ),
    post(
        "/import",
        "import",
        "Read files in; read twice, they change nothing",
        Some("Files"),
        "Import",
    ),
    post(
        "/business",
        "business",
        "Clients that were won, as one change",
        Some("ClientsIn"),
        "Done",
    ),
    get("/referrals", "referrals", "How far work has come that was passed on", "Referrals"),
    get("/referrals/{id}", "referral", "One piece of work that was passed on", "Referral"),
    post(
        "/referrals/{id}/step",
        "step_referral",
        "How far a piece of work came, today or on a day",
        Some("ReferralStep"),
        "Done",
    ),
    get("/settings", "settings", "What the owner told of themselves", "Settings"),
    Operation {
        method: "patch",
        path: "/settings",
        name: "tell_settings",
        says: "Tell of oneself; a field that is left out stays as it is",
        sent: Some("SettingsIn"),
        answer: "Settings",
    },
    get("/aims", "aims", "The open aims, and whom none of them is for", "Aims"),
    post("/aims", "aim", "What the owner says of an aim", Some("AimIn"), "Done"),
    get(
        "/experiments",
        "experiments",
        "The open experiments, and what could be tried",
        "Experiments",
    ),
    post(
        "/experiments",
        "begin_experiment",
        "One thing changed for a while",
        Some("ExperimentIn"),
        "Done",
    ),
    post(
        "/experiments/{id}/stop",
        "stop_experiment",
        "Stop the experiment on a finding, by the finding's code",
        None,
        "Done",
    ),
    post("/promises/keep", "keep", "Promises that were kept today", Some("Promises"), "Done"),
    post(
        "/promises/put-off",
        "put_promises_off",
        "Promises that are given a day a week from now",
        Some("Promises"),
        "Done",
    ),
    post("/conversations", "talk", "Time with people that happened", Some("TalkIn"), "Done"),
    post(
        "/conversations/ask",
        "ask",
        "People who were asked today for time together",
        Some("AskIn"),
        "Done",
    ),
    post(
        "/conversations/put-off",
        "put_off",
        "People whom no plan names for some weeks",
        Some("PutOffIn"),
        "Done",
    ),
    get("/conversations/{id}", "conversation", "Time with people: agreed, or as it was", "Talked"),
    post("/conversations/{id}/agree", "agree", "The day that was agreed", Some("TimeIn"), "Done"),
    post(
        "/conversations/{id}/happened",
        "happened",
        "What was agreed happened",
        Some("LogIn"),
        "Done",
    ),
    post(
        "/conversations/{id}/not-held",
        "not_held",
        "What was agreed did not take place",
        None,
        "Done",
    ),
    get("/pitch", "pitch", "What to prepare the next minute with", "Pitch"),
    post("/pitch/keep", "keep_pitch", "Keep a version of the minute", Some("PitchIn"), "Done"),
    post("/pitch/quick", "quick_pitch", "Make a minute of four answers", Some("QuickIn"), "Done"),
    post(
        "/pitch/rehearse",
        "rehearse",
        "How long words take to say, and what they ask for",
        Some("RehearseIn"),
        "Rehearsal",
    ),
    post(
        "/pitch/choose",
        "choose_pitch",
        "The version for a meeting to come, and whether it is ready",
        Some("ChooseIn"),
        "Done",
    ),
    post("/pitch/gave", "gave_pitch", "The version that was given", Some("GaveIn"), "Done"),
    get("/profile", "profile", "What the owner does, in three sentences", "Profile"),
    post("/profile", "tell_profile", "Tell what the owner does", Some("ProfileIn"), "Done"),
    post("/triggers", "add_trigger", "Add a trigger problem", Some("TriggerIn"), "Done"),
    post("/triggers/{id}/drop", "drop_trigger", "Give a trigger problem up", None, "Done"),
    get("/introductions", "introductions", "Whom to bring together", "Introductions"),
    post(
        "/introductions/propose",
        "propose_introduction",
        "Two people who are to be asked",
        Some("ProposeIn"),
        "Done",
    ),
    get("/introductions/{id}", "introduction", "One introduction on its way", "OnItsWay"),
    post(
        "/introductions/{id}/step",
        "step_introduction",
        "One step on: asked, answered, made once both said yes, worked, thanked",
        Some("StepIn"),
        "Done",
    ),
    get("/tables", "tables", "Whom to invite together", "Tables"),
    get("/card", "card", "The card to hand out, and to whom it could go", "Card"),
    post("/card/give", "give_card", "Somebody was given the card", Some("GiveIn"), "Done"),
    get("/talks", "talks", "Talks, and whom each of their points helps", "Talks"),
    post("/talks", "tell_talk", "Tell of a talk, or add to it", Some("TalkTold"), "Done"),
    get("/talks/{id}", "talk_map", "One talk, and whom each of its points helps", "TalkMap"),
    post("/talks/{id}/link", "link_talk", "A point answers a need", Some("LinkIn"), "Done"),
    post("/help", "help", "Help that was given or received today", Some("HelpIn"), "Done"),
    post(
        "/introductions",
        "introduce",
        "Two people whom the owner brought together",
        Some("IntroductionIn"),
        "Done",
    ),
    get("/devices", "devices", "The devices that may come in from elsewhere", "Devices"),
    Operation {
        method: "patch",
        path: "/devices/{id}",
        name: "rename_device",
        says: "Call a device otherwise",
        sent: Some("NameIn"),
        answer: "Done",
    },
    Operation {
        method: "delete",
        path: "/devices/{id}",
        name: "unpair_device",
        says: "Unpair a device: its next request is refused",
        sent: None,
        answer: "Done",
    },
    post("/pairing", "offer_pairing", "A code that pairs one phone, soon", None, "Pairing"),
    get("/tokens", "tokens", "The tokens that hold, without their secrets", "Tokens"),
    post("/tokens", "make_token", "Make a token for a program", Some("TokenIn"), "TokenMade"),
    Operation {
        method: "delete",
        path: "/tokens/{id}",
        name: "drop_token",
        says: "Drop a token: the next request with it is refused",
        sent: None,
        answer: "Done",
    },
    post(
        "/password",
        "set_password",
        "Set the password for signing in; an empty one takes it away",
        Some("PasswordIn"),
        "Done",
    ),
];

/// The lists that are read page by page alike. People and changes, which have pages of their own, are
/// described by themselves.
pub(crate) const PAGED: &[&str] = &[
    "groups",
    "questions",
    "meetings",
    "aims",
    "experiments",
    "introductions",
    "tables",
    "talks",
    "referrals",
];

/// `GET /api/v1/openapi.json`.
pub(crate) async fn document() -> Json<Value> {
    Json(describe())
}

pub(crate) fn describe() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for operation in OPERATIONS {
        let path = paths.entry(format!("/api/v1{}", operation.path)).or_insert_with(|| json!({}));
        if let Some(methods) = path.as_object_mut() {
            methods.insert(operation.method.to_owned(), described(operation));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Kithwork", "version": "1", "description":
            "Everything the pages do. What changes the book takes a key in the header \
             Idempotency-Key: sent again with it, it is done once. Version 1 only grows." },
        "paths": paths,
        "components": {
            "schemas": super::schema::schemas(),
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer", "description":
                "A token that the owner made: “kithwork token new”, or the page “Use on my phone”. \
                 On the computer itself none is needed; one that is shown counts all the same." } },
        },
    })
}

fn described(operation: &Operation) -> Value {
    let mut described = json!({
        "operationId": operation.name,
        "summary": operation.says,
        "parameters": parameters(operation),
        "responses": responses(operation),
        "security": [{}, { "token": [super::rights::scope(operation).name()] }],
    });
    if let Some(sent) = operation.sent {
        // Files come as a form sends them; everything else is a document.
        let kind = if sent == "Files" { "multipart/form-data" } else { "application/json" };
        described["requestBody"] = json!({ "required": true, "content": { kind: {
            "schema": { "$ref": format!("#/components/schemas/{sent}") } } } });
    }
    described
}

fn parameters(operation: &Operation) -> Vec<Value> {
    let mut all: Vec<Value> = conditions(operation).into_iter().collect();
    if operation.path.contains("{id}") {
        all.push(json!({ "name": "id", "in": "path", "required": true,
                         "schema": { "type": "string" }, "description": "Its id." }));
    }
    if operation.method == "post" || operation.method == "patch" {
        all.push(json!({ "name": "Idempotency-Key", "in": "header", "required": false,
                         "schema": { "type": "string" }, "description":
                         "Sent again with the same key, it is done once." }));
    }
    let number = |name: &str, says: &str| {
        json!({ "name": name, "in": "query", "required": false, "description": says,
                "schema": { "type": "integer" } })
    };
    match operation.name {
        "review" => all.push(query("as_of", "date", "The date; without it, today.")),
        "plan" => all.extend([
            query("week", "date", "Any day of the week; without it, today."),
            json!({ "name": "hours", "in": "query", "required": false,
                    "schema": { "type": "number", "minimum": 0, "maximum": 168 },
                    "description": "Hours to plan for; without it, the owner's own budget." }),
        ]),
        "people" => all.extend([
            query("q", "text", "Words to find; without them, everyone by name."),
            number("limit", "At most so many."),
            query("after", "uuid", "Only those after this person: `next` of the page before."),
            query("list", "uuid", "Those of a list that is kept."),
            query("order", "text", "`name`, `seen` (last first) or `level` (highest first)."),
            query("state", "text", "`warm`, `cooling` or `dormant`; may be named several times."),
            number("level", "0 to 5; may be named several times."),
            query("room", "uuid", "Met in this group; may be named several times."),
            query("sector", "text", "A line of business; may be named several times."),
            query("tag", "uuid", "Bearing this tag; may be named several times."),
            query("not_sat_down", "text", "`yes`: only those not sat down with yet."),
            query("undecided", "text", "`yes`: only those nothing is decided about."),
            query("could_refer", "text", "`yes`: only those who could refer the owner."),
            query("set_aside", "text", "`yes`: only those who are set aside."),
            query("seen_before", "date", "Only those last seen before that day."),
            query("seen_after", "date", "Only those seen on that day or after it."),
        ]),
        "changes" => all.extend([
            number("before", "Only those before this number: `next` of the page before."),
            number("after", "The same by the name that all lists give it."),
            number("limit", "At most so many."),
        ]),
        name if PAGED.contains(&name) => all.extend([
            number("limit", "At most so many, 1 to 500; without it, all."),
            query("after", "text", "Only what comes after: `next` of the page before."),
        ]),
        _ => {}
    }
    all
}

fn query(name: &str, format: &str, says: &str) -> Value {
    json!({ "name": name, "in": "query", "required": false, "description": says,
            "schema": { "type": "string", "format": format } })
}

fn responses(operation: &Operation) -> Value {
    let content = |kind: &str, name: &str| json!({ kind: { "schema": { "$ref": format!("#/components/schemas/{name}") } } });
    let problem = |says: &str| json!({ "description": says, "content": content("application/problem+json", "Problem") });
    let failed = || problem("It could not be done");
    let mut all = json!({
        "200": { "description": "The document",
                 "content": content("application/json", operation.answer) },
        "400": failed(), "401": failed(), "403": failed(), "404": failed(), "409": failed(), "413": failed(),
        "422": failed(), "500": failed(), "503": failed(),
    });
    if operation.method == "get" {
        let tag = if is_of_the_book(operation.path) { "the whole book's, weak" } else { "strong" };
        let tag = json!({ "ETag": { "schema": { "type": "string" },
                                    "description": format!("Its version: {tag}.") } });
        all["200"]["headers"] = tag.clone();
        all["304"] = json!({ "description": "It is as it was", "headers": tag });
    } else if is_held(operation.path) {
        all["412"] = problem("It has changed since: both versions, and nothing was written");
    }
    all
}

/// The conditions that an operation takes.
fn conditions(operation: &Operation) -> Option<Value> {
    let (name, says) = if operation.method == "get" {
        ("If-None-Match", "The ETags that are known: nothing is sent again.")
    } else if is_held(operation.path) {
        ("If-Match", "The ETag that was seen: nothing else is overwritten.")
    } else {
        return None;
    };
    Some(json!({ "name": name, "in": "header", "required": false,
                 "schema": { "type": "string" }, "description": says }))
}
