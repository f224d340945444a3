import { AboutCard } from '../about/AboutCard.tsx';
import { FilterPanel } from '../filter/FilterPanel.tsx';
import { FindPanel } from '../find/FindPanel.tsx';
import { type LeftPanel as Name, useScreen } from '../screen-store.ts';
import { LazyPart } from '../states/LazyPart.tsx';
import { text } from '../text.ts';
import { TracePanel } from '../trace/TracePanel.tsx';
import { ViewsPanel } from '../views/ViewsPanel.tsx';
import { Panel } from './Panel.tsx';

const CONTENTS: Record<Name, () => React.ReactNode> = {
  about: AboutCard,
  find: FindPanel,
  paths: TracePanel,
  filter: FilterPanel,
  views: ViewsPanel,
  look: LookPart,
};

const loadLook = async () => (await import('../appearance/LookPanel.tsx')).LookPanel;

function LookPart() {
  return <LazyPart load={loadLook} words={text.drawer} />;
}

export function LeftPanel({ name }: { name: Name }) {
  const closeLeft = useScreen((screen) => screen.closeLeft);
  const Content = CONTENTS[name];
  return (
    <Panel heading={name === 'about' ? text.about.heading : text[name].heading} onClose={closeLeft}>
      <Content />
    </Panel>
  );
}
