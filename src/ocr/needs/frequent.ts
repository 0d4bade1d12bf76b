/**
 * The 200 characters that stand most often in 26 published budgets and final accounts of six provinces: they are 0.37 to
 * 0.9 of all Chinese characters of a page (0.11 at least, on pages of a few names); of nonsense they are less than 0.05.
 */
export const FREQUENT = new Set(
  "支出算预年政务费行业公万元事数收的决一本入项款其财单位金他资用目管为理般经和表共拨基保区上运计要部社市度主国增会十况服类初府情合机工二及科安购三门补关分执中障人转性因于与有结级加助车房专设生比成法育明等全城总住体原营地源税说建医发置能农排自普缴员展化商海护是额疗四债完规付小息作长乡职技养办信老编险维制余调局退产构教就名交动减占陀划持实下贴对休民辆组采省效施测五通方境指物开学然活文大称监六织术少应水",
);
