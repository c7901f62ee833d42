//! `WebDAV`, CardDAV and CalDAV as a protocol. Pure.
