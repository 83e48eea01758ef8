/** The one global beyond ECMAScript that the engine uses: present in Node, browsers and workers. */
declare function structuredClone<T>(value: T, options?: { transfer?: ArrayBuffer[] }): T;
