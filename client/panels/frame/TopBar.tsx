import { ActionIcon, Kbd, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCommand,
  IconDots,
  IconLink,
  IconMoon,
  IconSearch,
  IconSun,
  IconSunMoon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { documentsQuery, healthQuery } from '../../api/queries.ts';
import { workspace } from '../../workspace/workspace.ts';
import { attempt } from '../acts/attempt.ts';
import { copyLink } from '../acts/copy-link.ts';
import { selectHit } from '../acts/select.ts';
import { nameOfUndo, undo, useViewTrail } from '../acts/view-trail.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { SearchCombobox } from '../find/SearchCombobox.tsx';
import { setSearchField } from '../find/search-field.ts';
import { openPalette } from '../palette/palette-store.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './frame.module.css';
import { Logo } from './Logo.tsx';
import { SchemeItems, useChosenScheme } from './SchemeItems.tsx';

const SCHEME_ICONS = { light: IconSun, dark: IconMoon, auto: IconSunMoon };

export function TopBar({ small }: { small: boolean }) {
  const title = useQuery(documentsQuery).data?.documents[0]?.title;
  const address = useQuery(healthQuery).data?.address;
  const { past, future } = useWorkspace((state) => state.history);
  const openLeft = useScreen((screen) => screen.openLeft);
  const SchemeIcon = SCHEME_ICONS[useChosenScheme()];
  const { redo } = workspace.getState();
  const undoName = nameOfUndo(
    useViewTrail((state) => state.looks),
    past,
  );
  const undoWords = text.bar.undo(undoName);
  const redoWords = text.bar.redo(future[0]?.name);
  return (
    <header className={styles.bar}>
      <h1 className={styles.name}>
        <Logo />
        {text.app.name}
      </h1>
      {!small && <span className={styles.source}>{title ?? address}</span>}
      {!small && <BarSearch />}
      <div className={styles.tools} role="toolbar" aria-label={text.bar.tools}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={undoWords}
          title={undoWords}
          aria-disabled={undoName === undefined}
          onClick={undo}
        >
          <IconArrowBackUp size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={redoWords}
          title={redoWords}
          aria-disabled={future.length === 0}
          onClick={redo}
        >
          <IconArrowForwardUp size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={text.palette.open}
          title={text.palette.open}
          onClick={openPalette}
        >
          <IconCommand size={18} />
        </ActionIcon>
        {!small && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={text.bar.copyLink}
            title={text.bar.copyLink}
            onClick={copyLink}
          >
            <IconLink size={18} />
          </ActionIcon>
        )}
        <ExportMenu compact={small} />
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={small ? text.bar.more : text.bar.scheme}
              title={small ? text.bar.more : text.bar.scheme}
            >
              {small ? <IconDots size={18} /> : <SchemeIcon size={18} />}
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {small && (
              <>
                <Menu.Item onClick={() => openLeft('about')}>{text.bar.about}</Menu.Item>
                <Menu.Item onClick={copyLink}>{text.bar.copyLink}</Menu.Item>
                <Menu.Divider />
              </>
            )}
            <SchemeItems />
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}

function BarSearch() {
  const [words, setWords] = useState('');
  return (
    <search className={styles.search}>
      <SearchCombobox
        label={text.bar.search}
        labelHidden
        placeholder={text.bar.search}
        words={words}
        onWords={setWords}
        inputRef={setSearchField}
        left={<IconSearch size={16} aria-hidden />}
        right={<Kbd size="xs">{text.bar.searchKey}</Kbd>}
        rightWidth={36}
        clearsOnEscape
        onPick={(hit) => {
          setWords('');
          void attempt(() => selectHit(hit));
        }}
      />
    </search>
  );
}
