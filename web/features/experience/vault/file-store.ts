/** Bytes of evidence, by CID, in this browser's IndexedDB: too large for anything else, and nothing may be public before the reveal. */
const DATABASE = 'commune';
const STORE = 'evidence';

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(STORE, mode);
  const request = act(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Keeps a file. Rejects when the browser has no room or keeps nothing (private windows of some). */
export async function putFile(cid: string, file: Blob): Promise<void> {
  await inStore('readwrite', (store) => store.put(file, cid));
}

/** A file that was kept; undefined: not in this browser. */
export async function getFile(cid: string): Promise<Blob | undefined> {
  return inStore<Blob | undefined>('readonly', (store) => store.get(cid));
}
