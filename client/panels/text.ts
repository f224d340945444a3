import { about } from './text/about.ts';
import { actions } from './text/actions.ts';
import { answer } from './text/answer.ts';
import { app } from './text/app.ts';
import { around } from './text/around.ts';
import { away } from './text/away.ts';
import { bar } from './text/bar.ts';
import { budget } from './text/budget.ts';
import { canvas } from './text/canvas.ts';
import { chosen } from './text/chosen.ts';
import { compare } from './text/compare.ts';
import { connect } from './text/connect.ts';
import { details } from './text/details.ts';
import { drawer } from './text/drawer.ts';
import { exporting } from './text/export.ts';
import { filter } from './text/filter.ts';
import { find } from './text/find.ts';
import { importing } from './text/import.ts';
import { keep } from './text/keep.ts';
import { keys } from './text/keys.ts';
import { lasso } from './text/lasso.ts';
import { layouts } from './text/layouts.ts';
import { legend } from './text/legend.ts';
import { lit } from './text/lit.ts';
import { look } from './text/look.ts';
import { menu } from './text/menu.ts';
import { palette } from './text/palette.ts';
import { paths } from './text/paths.ts';
import { picture } from './text/picture.ts';
import { properties } from './text/properties.ts';
import { rail } from './text/rail.ts';
import { reading } from './text/reading.ts';

import { saidBy, status } from './text/status.ts';
import { steps } from './text/steps.ts';
import { table } from './text/table.ts';
import { timeline } from './text/timeline.ts';
import { trace } from './text/trace.ts';
import { views } from './text/views.ts';

/** Every word of the interface that is not data: one file for each part of the page. */
export const text = {
  app,
  rail,
  bar,
  budget,
  about,
  find,
  legend,
  filter,
  views,
  canvas,
  away,
  status,
  saidBy,
  details,
  reading,
  lit,
  trace,
  paths,
  answer,
  chosen,
  connect,
  compare,
  around,
  drawer,
  table,
  properties,
  look,
  timeline,
  export: exporting,
  import: importing,
  steps,
  actions,
  layouts,
  lasso,
  palette,
  keys,
  menu,
  keep,
  picture,
};
