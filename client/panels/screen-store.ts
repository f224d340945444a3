import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { forgivingStorage } from './keep/browser-storage.ts';
import type { AroundQuestion } from './location-hash.ts';
import type { ReadingPlace, WordsPlace } from './reading-place.ts';

const LEFT_PANELS = ['about', 'find', 'paths', 'filter', 'views', 'look'] as const;
export type LeftPanel = (typeof LEFT_PANELS)[number];
/** What the drawer below the canvas holds. */
const DRAWER_TABS = ['nodes', 'links', 'time'] as const;
export type DrawerTab = (typeof DRAWER_TABS)[number];
export type SheetHeight = 'low' | 'half' | 'full';

/** A part of the graph that stands out: what some words of a text say, or the answer to a question. */
export interface LitPart {
  /** The quoted words, or the question. */
  words: string;
  nodeIds: readonly string[];
  relationshipIds: readonly string[];
  place?: WordsPlace;
  question?: AroundQuestion;
}

interface Screen {
  left: LeftPanel | null;
  /** The reading view in place of the details, while a place is given. */
  reading: ReadingPlace | null;
  /** Which side was asked for last; where there is room for one only, it is this. */
  front: 'left' | 'right';
  /** The open tab of the drawer; null while it is folded. */
  drawer: DrawerTab | null;
  /** The tab that was open last, for opening the drawer again. */
  lastDrawer: DrawerTab;
  /** On a small screen the drawer shares the sheet with the panels: whether it was asked for last. */
  drawerInFront: boolean;
  drawerHeight: number;
  sheet: SheetHeight;
  rightWidth: number;
  /** Of the reading view, which wants more room than the details. */
  readingWidth: number;
  lit: LitPart | null;
  /** Kind whose nodes are lit while the legend is pointed at. */
  litLabel: string | null;
  /** More contrast than usual, where it was chosen; null leaves it to the system. */
  moreContrast: boolean | null;
  /** Whether large graphs have a small map in the corner; null until chosen. */
  minimap: boolean | null;
  /** The node about which its details keep quiet, for who selected it has said more. */
  quiet: string | null;
  /** Last thing said to screen readers. */
  announcement: string;
  /** What went wrong with the last act, until dismissed. */
  notice: string | null;

  openLeft(panel: LeftPanel): void;
  toggleLeft(panel: LeftPanel): void;
  closeLeft(): void;
  read(place: ReadingPlace): void;
  stopReading(): void;
  bringRightToFront(): void;
  setMoreContrast(more: boolean): void;
  openDrawer(tab: DrawerTab): void;
  closeDrawer(): void;
  setDrawerHeight(height: number): void;
  setSheet(height: SheetHeight): void;
  setRightWidth(width: number): void;
  setReadingWidth(width: number): void;
  lightPart(part: LitPart | null): void;
  light(label: string | null): void;
  showMinimap(shown: boolean): void;
  quietAbout(node: string): void;
  announce(text: string): void;
  say(notice: string | null): void;
}

export const RIGHT_WIDTH = { least: 300, usual: 360, most: 960 } as const;
const READING_WIDTH = 460;
export const DRAWER_HEIGHT = { least: 140, usual: 300, most: 900 } as const;

/** How the screen is arranged. What of it lasts is kept in the browser; it is never part of the graph's history. */
export const useScreen = create<Screen>()(
  persist(
    (set, get) => ({
      left: 'about',
      reading: null,
      front: 'left',
      drawer: null,
      lastDrawer: 'nodes',
      drawerInFront: false,
      drawerHeight: DRAWER_HEIGHT.usual,
      sheet: 'half',
      rightWidth: RIGHT_WIDTH.usual,
      readingWidth: READING_WIDTH,
      lit: null,
      litLabel: null,
      moreContrast: null,
      minimap: null,
      quiet: null,
      announcement: '',
      notice: null,

      openLeft: (panel) => set({ left: panel, front: 'left', drawerInFront: false }),
      toggleLeft: (panel) => {
        const { left, front } = get();
        if (left === panel && front === 'left') get().closeLeft();
        else get().openLeft(panel);
      },
      closeLeft: () => set({ left: null, front: 'right' }),
      read: (place) => {
        get().bringRightToFront();
        set({ reading: place });
      },
      // What words say stands out for as long as they are read.
      stopReading: () => set(({ lit }) => ({ reading: null, lit: lit?.place ? null : lit })),
      bringRightToFront: () =>
        set(({ left }) => ({
          front: 'right',
          left: left === 'about' ? null : left,
          drawerInFront: false,
        })),
      openDrawer: (drawer) => set({ drawer, lastDrawer: drawer, drawerInFront: true }),
      closeDrawer: () => set({ drawer: null, drawerInFront: false }),
      setDrawerHeight: (height) => set({ drawerHeight: inBounds(height, DRAWER_HEIGHT) }),
      showMinimap: (minimap) => set({ minimap }),
      setMoreContrast: (moreContrast) => set({ moreContrast }),
      setSheet: (sheet) => set({ sheet }),
      setRightWidth: (width) => set({ rightWidth: inBounds(width, RIGHT_WIDTH) }),
      setReadingWidth: (width) => set({ readingWidth: inBounds(width, RIGHT_WIDTH) }),
      lightPart: (lit) => set({ lit }),
      light: (litLabel) => set({ litLabel }),
      quietAbout: (quiet) => set({ quiet }),
      // A repeated sentence is said again: the zero-width mark makes it differ from the one before.
      announce: (text) => set({ announcement: get().announcement === text ? `${text}\u200b` : text }),
      say: (notice) => set({ notice }),
    }),
    {
      name: 'throughline-screen',
      version: 1,
      storage: createJSONStorage(() => forgivingStorage),
      partialize: ({
        left,
        rightWidth,
        readingWidth,
        drawer,
        lastDrawer,
        drawerHeight,
        sheet,
        moreContrast,
        minimap,
      }) => ({
        left,
        rightWidth,
        readingWidth,
        drawer,
        lastDrawer,
        drawerHeight,
        sheet,
        moreContrast,
        minimap,
      }),
    },
  ),
);

export function isLeftPanel(name: string | null): name is LeftPanel {
  return LEFT_PANELS.some((panel) => panel === name);
}

export function isDrawerTab(name: string | null): name is DrawerTab {
  return DRAWER_TABS.some((tab) => tab === name);
}

function inBounds(size: number, { least, most }: { least: number; most: number }): number {
  return Math.min(most, Math.max(least, Math.round(size)));
}
