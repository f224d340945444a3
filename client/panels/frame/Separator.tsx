import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

const KEY_STEP = 24;

interface Props {
  /** Which edge of its parent it is: away from the parent is larger. */
  edge: 'upper' | 'left';
  label: string;
  /** Height or width of the parent as it is asked for, in pixels, and its bounds. */
  size: number;
  bounds: { least: number; most: number };
  onSize(size: number): void;
  className: string | undefined;
}

/** An edge that is dragged, or moved with the arrow keys, to make its parent larger. */
export function Separator({ edge, label, size, bounds, onSize, className }: Props) {
  const grip = useRef<{ at: number; size: number } | null>(null);
  const isUpper = edge === 'upper';
  const placeOf = (event: PointerEvent) => (isUpper ? event.clientY : event.clientX);
  const letGo = () => {
    grip.current = null;
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    // Where the room was too small for the size that was asked for, dragging begins with what there is.
    const seen = event.currentTarget.parentElement?.getBoundingClientRect();
    grip.current = { at: placeOf(event), size: (isUpper ? seen?.height : seen?.width) ?? size };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [larger, smaller] = isUpper ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (event.key !== larger && event.key !== smaller) return;
    event.preventDefault();
    onSize(size + (event.key === larger ? KEY_STEP : -KEY_STEP));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>
    <div
      role="separator"
      aria-orientation={isUpper ? 'horizontal' : 'vertical'}
      aria-label={label}
      aria-valuenow={size}
      aria-valuemin={bounds.least}
      aria-valuemax={bounds.most}
      tabIndex={0}
      className={className}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (grip.current) onSize(grip.current.size + grip.current.at - placeOf(event));
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    />
  );
}
