import { formatCount } from '../../look/words.ts';

export const nodeWords = (count: number) => formatCount(count, 'node');
export const linkWords = (count: number) => formatCount(count, 'link');
export const pathWords = (count: number) => formatCount(count, 'path');
