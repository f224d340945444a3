import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { text } from '../text.ts';

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

export function useChosenScheme(): MantineColorScheme {
  return useMantineColorScheme().colorScheme;
}

/** The choice of light, dark, or what the system says. */
export function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return SCHEMES.map((scheme) => (
    <Menu.Item
      key={scheme}
      role="menuitemradio"
      aria-checked={scheme === colorScheme}
      leftSection={
        <IconCheck size={14} style={{ visibility: scheme === colorScheme ? 'visible' : 'hidden' }} />
      }
      onClick={() => setColorScheme(scheme)}
    >
      {text.bar.schemes[scheme]}
    </Menu.Item>
  ));
}
