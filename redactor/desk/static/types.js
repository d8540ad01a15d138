// The shapes of what the desk's server sends, for the type checker alone.

/**
 * @typedef {"redact" | "review" | "keep"} Action
 * @typedef {[number, number, number, number]} Box x0, y0, x1, y1 in points of the page as displayed.
 *
 * @typedef {object} Finding
 * @property {string} id
 * @property {string} print Equal values share it.
 * @property {string} entity
 * @property {string} name
 * @property {Action} action
 * @property {number | null} page
 * @property {Box[]} boxes
 * @property {string} place
 * @property {number} score
 * @property {string} recognizer
 * @property {string} why
 * @property {string} exemption
 * @property {string} reason
 * @property {string} by
 * @property {string} value
 *
 * @typedef {object} Passage
 * @property {number | null} page
 * @property {Box[]} boxes
 * @property {string} text
 *
 * @typedef {object} Issue
 * @property {string} code
 * @property {"block" | "review" | "note"} severity
 * @property {string} message
 * @property {string} fix
 * @property {number | null} page
 * @property {Box[]} boxes
 * @property {Passage[]} evidence
 *
 * @typedef {object} Question
 * @property {string} question
 * @property {string} answer
 * @property {number | null} questionPage
 * @property {number | null} answerPage
 * @property {string} outcome
 * @property {string} remark
 * @property {string} asked
 * @property {string} answered
 *
 * @typedef {object} Letter
 * @property {string} kind
 * @property {string} why
 * @property {string} regime
 * @property {string} dates
 * @property {number} late
 * @property {Question[]} questions
 *
 * @typedef {object} Copy
 * @property {"none" | "running" | "proved" | "refused"} state
 * @property {boolean} stale
 * @property {boolean} drawable There is a copy of the present decisions to look at.
 * @property {number} revision
 * @property {[string, string, string][]} checks Code, title, how it ended.
 * @property {string} doing
 * @property {string} problem
 * @property {string} remedy
 * @property {[string, string, number | null][]} failures
 * @property {Issue[]} issues
 * @property {number} open
 * @property {string} verdict
 * @property {string[]} released
 * @property {Record<string, string>} signed
 * @property {boolean} written
 *
 * @typedef {object} QueueRow
 * @property {string} id
 * @property {string} name
 * @property {string} path Where a scan found it; empty for a document that no scan named.
 * @property {string} scan What the scan counted, until the document was read here.
 * @property {"listed" | "waiting" | "checking" | "checked" | "locked" | "failed"} state
 * @property {string} verdict
 * @property {number} open
 * @property {number} pages
 * @property {string} problem
 * @property {string} remedy
 * @property {boolean} released
 * @property {("copy" | "decisions")[]} loses What nobody downloaded of a file that was dropped here.
 * @property {string} doing
 *
 * @typedef {object} Queue
 * @property {number} revision
 * @property {boolean} ready
 * @property {string} problem
 * @property {string} scan How many files a scan left to look at; empty without one.
 * @property {QueueRow[]} files
 *
 * @typedef {QueueRow & {
 *   revision: number, settled: boolean, notice: string, ready: boolean, shelf: number, wrong: boolean, sheets: [number, number][],
 *   findings: Finding[], issues: Issue[], letter: Letter | null, sentence: string, canUndo: boolean, canRedo: boolean,
 *   shared: boolean, others: number, exemptions: string[], mode: string, by: string,
 *   secondPerson: boolean, policy: string, copy: Copy
 * }} State
 *
 * @typedef {object} Row One line of the list: a value with all its places, or a problem.
 * @property {string} key
 * @property {"value" | "issue"} kind
 * @property {Action | "block" | "look" | "note"} action
 * @property {string} title
 * @property {string} name
 * @property {string} text What a search looks in.
 * @property {Finding[]} findings
 * @property {Issue | null} issue
 * @property {Place[]} places
 *
 * @typedef {object} Place
 * @property {number | null} page
 * @property {Box[]} boxes
 * @property {string} label
 */

export {};
