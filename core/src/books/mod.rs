//! What rates and calendars say together.

mod storefront;

pub use storefront::{
    AvailabilityAndPriceRequest, Found, NotOffered, Offered, Storefront, StorefrontDefinition, StorefrontOffer,
};
