/** Three points and the line through them. */
export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true" style={{ flex: 'none' }}>
      <path d="M6 24 16 9l10 13" fill="none" stroke="var(--accent)" strokeWidth="2.5" />
      <circle cx="6" cy="24" r="4" fill="var(--accent)" />
      <circle cx="16" cy="9" r="4" fill="var(--accent)" />
      <circle cx="26" cy="22" r="4" fill="var(--accent)" />
    </svg>
  );
}
