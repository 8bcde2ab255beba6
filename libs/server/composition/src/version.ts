/** Version of the product; the same as in package.json, which a spec checks. */
export const productVersion = '0.1.0';
