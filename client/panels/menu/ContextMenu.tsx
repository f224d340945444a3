import { Menu } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { wordsOf } from '../acts/action.ts';
import { actionsOn, perform } from '../acts/actions.ts';
import { nameNodes } from '../acts/target.ts';
import { keepFocus } from '../keep-focus.ts';
import { Keys } from '../keys/Keys.tsx';
import { text } from '../text.ts';
import styles from './menu.module.css';
import { closeMenu, type OpenMenu, useMenu } from './menu-store.ts';

/** What can be done to what was pressed, where it was pressed. */
export function ContextMenu() {
  const menu = useMenu((state) => state.menu);
  return menu && <Opened key={`${menu.x} ${menu.y}`} menu={menu} />;
}

function Opened({ menu: { target, x, y, from } }: { menu: OpenMenu }) {
  const name = nameTarget(target.nodes, target.relationship);
  const anchor = useRef<HTMLButtonElement>(null);
  // The list takes the focus a moment later; a key pressed before that must not reach the canvas.
  useLayoutEffect(() => anchor.current?.focus({ preventScroll: true }), []);
  const close = () => {
    closeMenu();
    if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    keepFocus();
  };
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      offset={2}
      shadow="md"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          ref={anchor}
          type="button"
          tabIndex={-1}
          aria-label={name}
          className={styles.anchor}
          style={{ left: x, top: y }}
        />
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown ?? ''}>
        <Menu.Label className={styles.label ?? ''}>{name}</Menu.Label>
        {actionsOn(target).map((action) => {
          const Icon = action.icon;
          const [keys] = action.keys ?? [];
          return (
            <Menu.Item
              key={action.id}
              leftSection={Icon && <Icon size={16} />}
              rightSection={keys !== undefined && <Keys combination={keys} />}
              onClick={() => void perform(action, target)}
            >
              {wordsOf(action, target)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function nameTarget(nodes: readonly string[], relationship: string | null): string {
  if (nodes.length > 0) return nameNodes(nodes);
  return relationship === null ? text.menu.ofCanvas : text.menu.ofLink;
}
