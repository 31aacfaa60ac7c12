//! What is said on a connection of either database to begin and to end a transaction.

use std::borrow::Cow;

use sqlx::Error;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnection;

use crate::store::ask;

/// A connection on which a word is said that answers nothing.
pub(in crate::store) trait Says: Send {
    /// Begins or ends a transaction.
    fn say(&mut self, text: Cow<'static, str>) -> impl Future<Output = Result<(), Error>> + Send;

    /// Undoes what somebody has left behind, if they have.
    fn undo(&mut self) -> impl Future<Output = Result<(), Error>> + Send {
        self.say("ROLLBACK".into())
    }

    /// Says how it is called, where anybody asks.
    fn is_called(&mut self, _name: String) -> impl Future<Output = Result<(), Error>> + Send {
        async { Ok(()) }
    }
}

impl Says for SqliteConnection {
    async fn say(&mut self, text: Cow<'static, str>) -> Result<(), Error> {
        match text {
            Cow::Borrowed(text) => sqlx::query(text).execute(self).await.map(drop),
            Cow::Owned(text) => sqlx::query(ask::safe(text)).execute(self).await.map(drop),
        }
    }

    async fn undo(&mut self) -> Result<(), Error> {
        match self.say("ROLLBACK".into()).await {
            // A lone question has none: the line is as good as it was.
            Err(Error::Database(told)) if told.message().ends_with("no transaction is active") => Ok(()),
            done => done,
        }
    }
}

impl Says for PgConnection {
    async fn is_called(&mut self, name: String) -> Result<(), Error> {
        // It is a word of the server's own.
        self.say(format!("SET application_name = '{name}'").into()).await
    }

    async fn say(&mut self, text: Cow<'static, str>) -> Result<(), Error> {
        match text {
            Cow::Borrowed(text) => sqlx::raw_sql(text).execute(self).await.map(drop),
            Cow::Owned(text) => sqlx::raw_sql(ask::safe(text)).execute(self).await.map(drop),
        }
    }
}
