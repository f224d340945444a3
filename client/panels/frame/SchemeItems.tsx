import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { useMoreContrast } from '../marks/use-scheme.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

export function useChosenScheme(): MantineColorScheme {
  return useMantineColorScheme().colorScheme;
}

/** The choice of light, dark, or what the system says, and of more contrast. */
export function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const moreContrast = useMoreContrast();
  const setMoreContrast = useScreen((screen) => screen.setMoreContrast);
  return (
    <>
      <Menu.RadioGroup value={colorScheme}>
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            closeMenuOnClick
            onChange={() => setColorScheme(scheme)}
          >
            {text.bar.schemes[scheme]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.CheckboxItem checked={moreContrast} onChange={setMoreContrast}>
        {text.bar.moreContrast}
      </Menu.CheckboxItem>
    </>
  );
}
