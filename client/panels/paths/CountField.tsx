import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface Props {
  label: string;
  value: number;
  most: number;
  error: string | undefined;
  onChange(value: number): void;
}

/** A whole number from 1 on. Left empty, it shows again the number that counts. */
export function CountField({ label, value, most, error, onChange }: Props) {
  const [typed, setTyped] = useState<number | string>(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <NumberInput
      label={label}
      value={typed}
      min={1}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      error={error}
      onChange={(next) => {
        setTyped(next);
        if (typeof next === 'number' && next >= 1) onChange(next);
      }}
      onBlur={() => setTyped(value)}
    />
  );
}
