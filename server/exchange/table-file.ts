/** A table, or what lies beside tables, as text. */
export interface TableFile {
  /** Without folders. */
  name: string;
  text: string;
  encoding: string;
}
