import { MultiSelect } from '@mantine/core';
import { formatCount, plainType } from '../../look/words.ts';
import styles from './paths.module.css';

interface Props {
  label: string;
  placeholder: string;
  names: readonly { name: string; count: number }[];
  value: readonly string[];
  error: string | undefined;
  onChange(value: string[]): void;
}

/** Some of the kinds or types of the graph; what is chosen stays in the list though the graph has none of it. */
export function NameChoice({ label, placeholder, names, value, error, onChange }: Props) {
  const known = new Set(names.map(({ name }) => name));
  const unknown = value.filter((name) => !known.has(name));
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? placeholder : ''}
      searchable
      clearable
      data={[
        ...names.map(({ name, count }) => ({
          value: name,
          label: `${plainType(name)} (${formatCount(count)})`,
        })),
        ...unknown.map((name) => ({ value: name, label: plainType(name) })),
      ]}
      value={[...value]}
      error={error}
      onChange={onChange}
      classNames={value.length === 0 ? {} : { pillsList: styles.names, inputField: styles.namesTyping }}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
