import { STATUSES } from '../../../server/contract/evidence.ts';
import { documentsQuery, healthQuery } from '../../api/queries.ts';
import type { Scheme } from '../../look/palette.ts';
import { formatDate } from '../../look/words.ts';
import { stage } from '../canvas/stage-handle.ts';
import { queryClient } from '../connection/query-client.ts';
import { fileNameOf, saveFile } from '../export/save-file.ts';
import { text } from '../text.ts';
import { looksTold } from './looks-told.ts';

export type PictureFormat = 'png' | 'svg';

export interface PictureWishes {
  format: PictureFormat;
  extent: 'view' | 'whole';
  scale: 1 | 2 | 3 | 4;
  scheme: Scheme;
  title: string;
}

/** Makes the image and saves it; resolves to the file's name. Rejects with plain words. */
export async function savePicture({ format, scale, title, ...rest }: PictureWishes): Promise<string> {
  const drawing = stage();
  if (!drawing) throw new Error(text.export.noImage);
  const statuses = Object.fromEntries(STATUSES.map((status) => [status, text.legend.statuses[status]]));
  const options = {
    ...rest,
    statuses,
    looks: looksTold(),
    source: sourceLine(),
    ...(title === '' ? {} : { title }),
  };
  const file =
    format === 'png'
      ? await drawing.toPng({ ...options, scale })
      : new Blob([await drawing.toSvg(options)], { type: 'image/svg+xml' });
  const name = fileNameOf(title || text.app.name, format);
  saveFile(file, name);
  return name;
}

/** Where the graph is from, and when the picture was made. */
export function sourceLine(now = new Date()): string {
  const titles = (queryClient.getQueryData(documentsQuery.queryKey)?.documents ?? [])
    .filter(({ originalOf }) => originalOf === undefined)
    .map(({ title }) => title);
  const address = queryClient.getQueryData(healthQuery.queryKey)?.address;
  const from = titles.length > 0 ? titles.join('; ') : address;
  return text.picture.source(from, formatDate(now.toISOString().slice(0, 10)));
}
