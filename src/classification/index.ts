export {
  type EconomicScheme,
  economicCodesByName,
  economicName,
  isKnownEconomicCode,
  sameEconomicName,
} from "./economic.js";
export {
  functionalClassByName,
  functionalCodesByName,
  functionalName,
  functionalNames,
  isKnownFunctionalCode,
  sameFunctionalName,
} from "./functional.js";
