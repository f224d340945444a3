import { IconBookmark, IconFileDownload, IconPhoto, IconRefresh } from '@tabler/icons-react';
import { openPictureDialog } from '../../picture/picture-store.ts';
import { useScreen } from '../../screen-store.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';
import { startAnew } from '../first-graph.ts';

export const keepActions: readonly Action[] = [
  {
    id: 'image',
    words: text.picture.heading,
    also: 'PNG SVG HTML picture print offline',
    group: 'canvas',
    icon: IconPhoto,
    on: 'canvas',
    run: openPictureDialog,
  },
  {
    id: 'save-view',
    words: text.views.saveThis,
    group: 'canvas',
    icon: IconBookmark,
    on: 'page',
    run: async () => {
      const { useSavingView } = await import('../../views/saving-view.ts');
      useSavingView.setState({ saving: true });
      useScreen.getState().openLeft('views');
    },
  },
  {
    id: 'save-view-file',
    words: text.views.saveViewFile,
    group: 'canvas',
    icon: IconFileDownload,
    on: 'page',
    run: async () => {
      const [{ saveViewFile }, { collectView }] = await Promise.all([
        import('../../keep/view-files.ts'),
        import('../../keep/collect-view.ts'),
      ]);
      const { announce } = useScreen.getState();
      announce(text.export.saved(saveViewFile(collectView('keep', { name: text.views.untitled }))));
    },
  },
  {
    id: 'start-anew',
    words: text.views.startAnew,
    group: 'canvas',
    icon: IconRefresh,
    on: 'canvas',
    run: startAnew,
  },
];
