/** What a file may have at most; a file beyond it is refused, so that no file can exhaust the machine. */
export interface ImportLimits {
  /** Bytes of the file as it comes. */
  bytes: number;
  /** Bytes of everything in a zip, unpacked. */
  unpackedBytes: number;
  /** Nodes and relationships together. */
  elements: number;
  /** Characters of a file of a format that is read as one text: JSON, Cypher, a table. */
  textLength: number;
}

const MEGABYTE = 1024 * 1024;
/** Node.js has no text of more than some 537 million characters. */
const MOST_TEXT = 500_000_000;

/** Limits for files of at most so many megabytes. */
export function importLimits(megabytes: number, elements = 5_000_000): ImportLimits {
  return {
    bytes: megabytes * MEGABYTE,
    unpackedBytes: 4 * megabytes * MEGABYTE,
    elements,
    textLength: MOST_TEXT,
  };
}

/** Elements inside one another, in XML and in JSON. */
export const MOST_DEPTH = 200;
/** Attributes of an XML element, keys of a JSON object, columns of a table, properties of one node. */
export const MOST_FIELDS = 5_000;
/** Problems that are told; past them they are only counted. */
export const MOST_PROBLEMS = 100;
/** Files in a zip. */
export const MOST_FILES = 100;
/** Characters of an id. */
export const MOST_ID_LENGTH = 512;
/** A zip that unpacks to more than so many times its size, and is not small, is no honest file. */
export const MOST_EXPANSION = 400;
