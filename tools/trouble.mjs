/** What stands in the way of a command, in words for the one who gave it. */
export class Trouble extends Error {}
