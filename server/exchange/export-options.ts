/** What a file says about itself. */
export interface ExportOptions {
  title: string;
  /** ISO 8601, with date and time. */
  exportedAt: string;
}
