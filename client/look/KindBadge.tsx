import { REST_FILL, styleOfLabel } from './kinds.ts';
import { FONT_SANS, PALETTES, type Scheme } from './palette.ts';

interface KindBadgeProps {
  label: string;
  scheme: Scheme;
  /** Diameter in pixels. */
  size?: number;
  /** Grey instead of the kind's colour. */
  plain?: boolean;
}

/** The disc that stands for a kind on the canvas, for legends and lists; says nothing to screen readers. */
export function KindBadge({ label, scheme, size = 18, plain = false }: KindBadgeProps) {
  const { fill, icon } = styleOfLabel(label);
  const ink = PALETTES[scheme].icon;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" style={{ flex: 'none' }}>
      <circle cx="12" cy="12" r="12" fill={(plain ? REST_FILL : fill)[scheme]} />
      {icon.letter ? (
        <text
          x="12"
          y="16.6"
          textAnchor="middle"
          fill={ink}
          fontFamily={FONT_SANS}
          fontSize="13"
          fontWeight="700"
        >
          {icon.letter}
        </text>
      ) : (
        <g fill={ink} transform="translate(5 5) scale(0.5833)">
          {icon.paths.map((path) => (
            <path key={path} d={path} />
          ))}
        </g>
      )}
    </svg>
  );
}
