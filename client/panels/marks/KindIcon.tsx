import { KindBadge } from '../../look/KindBadge.tsx';
import { useScheme } from './use-scheme.ts';

interface KindIconProps {
  label: string;
  size?: number;
  /** Without the kind's colour, where colours tell something else. */
  plain?: boolean;
}

/** The disc of a kind in the scheme of the page. */
export function KindIcon({ label, size = 18, plain = false }: KindIconProps) {
  return <KindBadge label={label} scheme={useScheme()} size={size} plain={plain} />;
}
