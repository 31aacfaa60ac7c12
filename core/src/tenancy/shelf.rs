use std::borrow::Borrow;
use std::collections::BTreeMap;

use super::{Scope, TenantId};

/// Values of many tenants side by side, each reached by its own tenant's [`Scope`] alone. There is no way to ask for a key
/// without saying on whose behalf, none to walk over everybody's, and the same key of two tenants is two entries.
///
/// ```
/// use ratebook::tenancy::{Shelf, Tenant, TenantId};
/// # fn main() -> ratebook::Result<()> {
/// let acme = Tenant::load(serde_json::json!({"id": "acme", "name": "Acme Travel"}))?;
/// let globex = Tenant::load(serde_json::json!({"id": "globex", "name": "Globex"}))?;
/// let (acme, globex) = (acme.scope(&TenantId::new("acme"))?, globex.scope(&TenantId::new("globex"))?);
///
/// let mut bookings = Shelf::new();
/// bookings.put(acme, "BK-1", "two nights");
/// assert_eq!(bookings.get(acme, "BK-1"), Some(&"two nights"));
/// assert_eq!(bookings.get(globex, "BK-1"), None);
/// assert_eq!(bookings.iter(globex).count(), 0);
/// # Ok(()) }
/// ```
///
/// Without a scope there is no way in:
///
/// ```compile_fail
/// # use ratebook::tenancy::Shelf;
/// fn peek(bookings: &Shelf<String, String>) -> Option<&String> {
///     bookings.get("BK-1")
/// }
/// ```
///
/// nor over the entries of everybody:
///
/// ```compile_fail
/// # use ratebook::tenancy::Shelf;
/// fn all(bookings: Shelf<String, String>) -> Vec<String> {
///     bookings.into_iter().map(|(_, booking)| booking).collect()
/// }
/// ```
#[derive(Clone)]
pub struct Shelf<K, V> {
    entries: BTreeMap<TenantId, BTreeMap<K, V>>,
}

impl<K: Ord, V> Shelf<K, V> {
    /// Nothing of anybody.
    pub fn new() -> Self {
        Shelf {
            entries: BTreeMap::new(),
        }
    }

    /// Keeps a value for the tenant, and gives back what it had under that key.
    pub fn put(&mut self, scope: Scope<'_>, key: K, value: V) -> Option<V> {
        match self.entries.get_mut(scope.tenant()) {
            Some(own) => own.insert(key, value),
            None => self
                .entries
                .entry(scope.tenant().clone())
                .or_default()
                .insert(key, value),
        }
    }

    /// What the tenant has under a key.
    pub fn get<Q: Ord + ?Sized>(&self, scope: Scope<'_>, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.entries.get(scope.tenant())?.get(key)
    }

    /// The same, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, scope: Scope<'_>, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.entries.get_mut(scope.tenant())?.get_mut(key)
    }

    /// Takes away what the tenant has under a key.
    pub fn remove<Q: Ord + ?Sized>(&mut self, scope: Scope<'_>, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.entries.get_mut(scope.tenant())?.remove(key)
    }

    /// All that the tenant has, in order of key.
    pub fn iter(&self, scope: Scope<'_>) -> impl Iterator<Item = (&K, &V)> {
        self.entries.get(scope.tenant()).into_iter().flatten()
    }

    /// Takes away all that the tenant has, as when it is erased.
    pub fn clear(&mut self, scope: Scope<'_>) -> BTreeMap<K, V> {
        self.entries.remove(scope.tenant()).unwrap_or_default()
    }
}

impl<K: Ord, V> Default for Shelf<K, V> {
    fn default() -> Self {
        Shelf::new()
    }
}

/// Says how many tenants there are, and nothing of theirs.
impl<K, V> std::fmt::Debug for Shelf<K, V> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Shelf({} tenants)", self.entries.len())
    }
}
