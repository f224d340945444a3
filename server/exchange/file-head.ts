/** What a file says of itself. */
export interface FileHead {
  writtenBy?: string;
  title?: string;
}
