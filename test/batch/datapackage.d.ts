declare module "datapackage" {
  interface Resource {
    readonly name: string;
    read(options: { keyed: boolean; relations: boolean }): Promise<unknown[]>;
    checkRelations(): Promise<boolean>;
  }
  const datapackage: {
    Package: {
      load(
        descriptor: object,
        options: { basePath: string },
      ): Promise<{ valid: boolean; errors: unknown[]; resources: Resource[] }>;
    };
  };
  export default datapackage;
}
