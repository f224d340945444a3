import { KindBadge } from '../../look/KindBadge.tsx';
import { useScheme } from './use-scheme.ts';

/** The disc of a kind in the scheme of the page. */
export function KindIcon({ label, size = 18 }: { label: string; size?: number }) {
  return <KindBadge label={label} scheme={useScheme()} size={size} />;
}
