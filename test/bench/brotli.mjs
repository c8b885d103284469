import { brotliCompressSync, constants } from 'node:zlib';

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** The bytes that a file takes on the way to a page, compressed as far as brotli goes (quality 11). */
export const brotli = (content) => brotliCompressSync(content, options).length;
