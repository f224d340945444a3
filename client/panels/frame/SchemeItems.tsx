import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { text } from '../text.ts';

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

export function useChosenScheme(): MantineColorScheme {
  return useMantineColorScheme().colorScheme;
}

/** The choice of light, dark, or what the system says. */
export function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.RadioGroup value={colorScheme}>
      {SCHEMES.map((scheme) => (
        <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick onChange={() => setColorScheme(scheme)}>
          {text.bar.schemes[scheme]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
