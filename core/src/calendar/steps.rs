/// The stretches, up to an end, in which the levels of steps are as wanted.
pub(crate) fn runs(
    steps: impl IntoIterator<Item = (i64, i32)>,
    end: i64,
    wanted: impl Fn(i32) -> bool,
) -> Vec<(i64, i64)> {
    let (mut runs, mut since) = (Vec::new(), None);
    for (at, level) in steps {
        match since {
            None if wanted(level) => since = Some(at),
            Some(begun) if !wanted(level) => {
                runs.push((begun, at));
                since = None;
            }
            _ => {}
        }
    }
    runs.extend(since.filter(|begun| *begun < end).map(|begun| (begun, end)));
    runs
}

/// A step function with stretches added to it, as steps again.
pub(crate) fn combined(
    steps: impl Iterator<Item = (i64, i32)>,
    changes: &[(i64, i64, i32)],
    start: i64,
    end: i64,
) -> Vec<(i64, i32)> {
    let mut before = 0;
    let mut events: Vec<(i64, i32)> = steps
        .map(|(at, level)| {
            let rise = level - before;
            before = level;
            (at, rise)
        })
        .collect();
    for (begins, ends, units) in changes {
        events.push(((*begins).max(start), *units));
        if *ends < end {
            events.push((*ends, -units));
        }
    }
    events.sort_unstable_by_key(|(at, _)| *at);
    let mut combined: Vec<(i64, i32)> = Vec::with_capacity(events.len());
    let mut level = 0;
    for (at, rise) in events {
        level += rise;
        match combined.last_mut().filter(|(last, _)| *last == at) {
            Some((_, last)) => *last = level,
            None => combined.push((at, level)),
        }
    }
    combined
}
