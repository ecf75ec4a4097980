// Where progress is kept, in localStorage. A module of its own, to ask without the rest whether
// anything is kept.

export const KEY = "python-backend-notes.progress";

/** Which parts of pages are closed: the ids of their headings by page. */
export const CLOSED_PARTS = "python-backend-notes.closed-parts";
