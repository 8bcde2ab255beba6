/** Way into a value: keys of objects and indexes of lists. */
export type DataPath = readonly (string | number)[];
