//! The packs of tests' servers, loaded once for each edit: thousands of servers have the same ones.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use ratebook::records::Pack;
use ratebook_server::platform::start;
use serde_json::Value;

use super::setup::{Setup, workbench};

type Packs = BTreeMap<String, Arc<Pack>>;
type Definitions = BTreeMap<String, Value>;
/// What was loaded by an edit, by where its code is: what is at one place does one thing.
type Loaded = HashMap<usize, Arc<OnceLock<Packs>>>;

/// The packs of such a server. Of a folder of a test's own they are read anew: what is in it may have changed.
pub(super) fn packs(setup: &Setup) -> Packs {
    if setup.pack != workbench() {
        return edited(&definitions(&setup.pack, setup), setup.edit);
    }
    static READ: OnceLock<Definitions> = OnceLock::new();
    static LOADED: Mutex<Option<Loaded>> = Mutex::new(None);
    let own = {
        let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
        let all = loaded.get_or_insert_default();
        all.entry(setup.edit as usize).or_default().clone()
    };
    own.get_or_init(|| edited(READ.get_or_init(|| definitions(&setup.pack, setup)), setup.edit))
        .clone()
}

/// The pack of such a server, where it is the one that most have.
pub(super) fn unedited(setup: &Setup) -> Option<Arc<Pack>> {
    let is_so = setup.pack == workbench() && setup.edit as usize == Setup::default().edit as usize;
    is_so.then(|| packs(setup)["workbench"].clone())
}

fn definitions(folder: &Path, setup: &Setup) -> Definitions {
    let packs = start::packs(&[folder.to_owned()], &setup.connectors).expect("a pack");
    let definition = |pack: &Pack| serde_json::to_value(pack.definition()).expect("a definition");
    packs
        .iter()
        .map(|(name, pack)| (name.clone(), definition(pack)))
        .collect()
}

fn edited(definitions: &Definitions, edit: fn(&mut Value)) -> Packs {
    let own = definitions.iter().map(|(name, definition)| {
        let mut definition = definition.clone();
        edit(&mut definition);
        let pack = Pack::load(definition).unwrap_or_else(|error| panic!("{:#?}", error.report()));
        (name.clone(), Arc::new(pack))
    });
    own.collect()
}
