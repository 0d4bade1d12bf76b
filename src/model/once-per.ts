/** Works out once per object what many ask for, as long as the object lives. The object must not change. */
export function oncePer<K extends object, T>(of: (object: K) => T): (object: K) => T {
  const known = new WeakMap<K, T>();
  return (object) => {
    let found = known.get(object);
    if (found === undefined) {
      found = of(object);
      known.set(object, found);
    }
    return found;
  };
}
