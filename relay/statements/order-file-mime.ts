/** Lines of JSON. */
export const ORDER_FILE_MIME = 'application/jsonl';
