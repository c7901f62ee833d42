//! vCard, iCalendar, CSV, XLSX and address-book exports, to and from what they say. Pure.
