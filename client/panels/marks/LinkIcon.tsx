/** Stands for a relationship in lists: two ends and what ties them. */
export function LinkIcon({ size = 18 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true" style={{ flex: 'none' }}>
      <path d="M4 13 14 5" stroke="var(--edge)" strokeWidth="1.6" />
      <circle cx="3.5" cy="13.5" r="2.5" fill="var(--edge)" />
      <circle cx="14.5" cy="4.5" r="2.5" fill="var(--edge)" />
    </svg>
  );
}
