//! The search: trees of alternating edges grow from single nodes, odd circles shrink to blossoms, and
//! the nodes' prices move until another pair can be made.
//!
//! Nodes are 1..=n, blossoms n+1.., 0 is nobody. A *top* is a node or blossom inside no other.

use std::collections::VecDeque;

/// An edge between two nodes; of a blossom, the one by which it is reached most cheaply.
#[derive(Clone, Copy, Debug, Default)]
struct Edge {
    from: usize,
    to: usize,
    weight: i128,
}

/// What a top is in the forest of alternating trees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// In no tree.
    Free,
    /// An even number of edges from its root.
    Outer,
    /// An odd number.
    Inner,
}

pub(super) struct Search {
    nodes: usize,
    /// The highest blossom ever made, or the highest node.
    last: usize,
    /// Entries a row of `edges` and `inside` has.
    width: usize,
    edges: Vec<Edge>,
    /// Twice the price of a node; a blossom's own.
    price: Vec<i128>,
    /// For a node or blossom, the node at the other end of its pair.
    pair: Vec<usize>,
    /// The outer node by which a top is reached most cheaply.
    nearest: Vec<usize>,
    /// The top that a node or blossom lies in; 0 for a blossom that isn't one now.
    top: Vec<usize>,
    /// The outer node that an inner top hangs on, or the other way round.
    parent: Vec<usize>,
    /// For blossom and node, the part of the blossom that holds the node.
    inside: Vec<usize>,
    role: Vec<Role>,
    /// The round in which a top was passed on the way to the roots.
    passed: Vec<u64>,
    round: u64,
    /// A blossom's parts in a circle, its base first.
    parts: Vec<Vec<usize>>,
    queue: VecDeque<usize>,
}

impl Search {
    pub(super) fn new(nodes: usize) -> Self {
        let width = nodes + nodes / 2 + 2;
        let mut edges = vec![Edge::default(); width * width];
        let mut inside = vec![0; width * width];
        for from in 1..=nodes {
            inside[from * width + from] = from;
            for to in 1..=nodes {
                edges[from * width + to] = Edge { from, to, weight: 0 };
            }
        }
        Self {
            nodes,
            last: nodes,
            width,
            edges,
            price: vec![0; width],
            pair: vec![0; width],
            nearest: vec![0; width],
            top: (0..width).map(|at| if at <= nodes { at } else { 0 }).collect(),
            parent: vec![0; width],
            inside,
            role: vec![Role::Free; width],
            passed: vec![0; width],
            round: 0,
            parts: vec![Vec::new(); width],
            queue: VecDeque::new(),
        }
    }

    /// Lets two nodes be paired; the heaviest of several edges counts.
    pub(super) fn join(&mut self, a: usize, b: usize, weight: i128) {
        for (from, to) in [(a, b), (b, a)] {
            let edge = &mut self.edges[from * self.width + to];
            edge.weight = edge.weight.max(weight);
        }
    }

    /// Each node's partner, nodes counted from 0.
    pub(super) fn partners(mut self) -> Vec<Option<usize>> {
        let heaviest = self.edges.iter().map(|edge| edge.weight).max().unwrap_or(0);
        self.price[1..=self.nodes].fill(heaviest);
        while self.finds_another_pair() {}
        self.pair[1..=self.nodes].iter().map(|pair| pair.checked_sub(1)).collect()
    }

    fn edge(&self, from: usize, to: usize) -> Edge {
        self.edges[from * self.width + to]
    }

    /// How far an edge is from being tight.
    fn slack(&self, edge: Edge) -> i128 {
        self.price[edge.from] + self.price[edge.to] - self.edge(edge.from, edge.to).weight * 2
    }

    fn come_nearer(&mut self, node: usize, top: usize) {
        let known = self.nearest[top];
        if known == 0 || self.slack(self.edge(node, top)) < self.slack(self.edge(known, top)) {
            self.nearest[top] = node;
        }
    }

    fn find_nearest(&mut self, top: usize) {
        self.nearest[top] = 0;
        for node in 1..=self.nodes {
            let is_outer = self.role[self.top[node]] == Role::Outer;
            if self.edge(node, top).weight > 0 && self.top[node] != top && is_outer {
                self.come_nearer(node, top);
            }
        }
    }

    fn enqueue(&mut self, top: usize) {
        if top <= self.nodes {
            self.queue.push_back(top);
            return;
        }
        for part in self.parts[top].clone() {
            self.enqueue(part);
        }
    }

    fn lies_in(&mut self, part: usize, top: usize) {
        self.top[part] = top;
        if part > self.nodes {
            for inner in self.parts[part].clone() {
                self.lies_in(inner, top);
            }
        }
    }

    /// The place of a part in its blossom's circle, which is turned so that the place is even.
    fn even_place(&mut self, blossom: usize, part: usize) -> usize {
        let parts = &mut self.parts[blossom];
        let place = parts.iter().position(|&p| p == part).unwrap_or(0);
        if place % 2 == 0 {
            return place;
        }
        parts[1..].reverse();
        parts.len() - place
    }

    /// Pairs a node or blossom with another, and what lies inside so that it fits.
    fn set_pair(&mut self, one: usize, other: usize) {
        let edge = self.edge(one, other);
        self.pair[one] = edge.to;
        if one <= self.nodes {
            return;
        }
        let part = self.inside[one * self.width + edge.from];
        let place = self.even_place(one, part);
        for at in 0..place {
            let (this, next) = (self.parts[one][at], self.parts[one][at ^ 1]);
            self.set_pair(this, next);
        }
        self.set_pair(part, other);
        self.parts[one].rotate_left(place);
    }

    /// Turns round the pairs from a top to its root.
    fn augment(&mut self, mut one: usize, mut other: usize) {
        loop {
            let before = self.top[self.pair[one]];
            self.set_pair(one, other);
            if before == 0 {
                return;
            }
            let above = self.top[self.parent[before]];
            self.set_pair(before, above);
            (one, other) = (above, before);
        }
    }

    /// Where the ways of two outer tops to their roots meet; 0 where they don't.
    fn meeting(&mut self, mut one: usize, mut other: usize) -> usize {
        self.round += 1;
        while one != 0 || other != 0 {
            if one != 0 {
                if self.passed[one] == self.round {
                    return one;
                }
                self.passed[one] = self.round;
                one = self.top[self.pair[one]];
                if one != 0 {
                    one = self.top[self.parent[one]];
                }
            }
            std::mem::swap(&mut one, &mut other);
        }
        0
    }

    /// Shrinks the odd circle through `base`, `one` and `other`.
    fn shrink(&mut self, one: usize, base: usize, other: usize) {
        let spare = (self.nodes + 1..=self.last).find(|&b| self.top[b] == 0);
        let blossom = spare.unwrap_or(self.last + 1);
        self.last = self.last.max(blossom);
        self.price[blossom] = 0;
        self.role[blossom] = Role::Outer;
        self.pair[blossom] = self.pair[base];
        self.parts[blossom] = vec![base];
        self.climb(blossom, one, base);
        self.parts[blossom][1..].reverse();
        self.climb(blossom, other, base);
        self.lies_in(blossom, blossom);
        self.learn_edges(blossom);
        self.find_nearest(blossom);
    }

    /// Adds what lies between a top and the base to a blossom's circle.
    fn climb(&mut self, blossom: usize, mut from: usize, base: usize) {
        while from != base {
            let inner = self.top[self.pair[from]];
            self.parts[blossom].extend([from, inner]);
            self.enqueue(inner);
            from = self.top[self.parent[inner]];
        }
    }

    /// A blossom's edges are the cheapest of its parts'.
    fn learn_edges(&mut self, blossom: usize) {
        let width = self.width;
        for at in 1..=self.last {
            self.edges[blossom * width + at].weight = 0;
            self.edges[at * width + blossom].weight = 0;
        }
        self.inside[blossom * width..(blossom + 1) * width].fill(0);
        for part in self.parts[blossom].clone() {
            for at in 1..=self.last {
                let (known, new) = (self.edge(blossom, at), self.edge(part, at));
                if known.weight == 0 || self.slack(new) < self.slack(known) {
                    self.edges[blossom * width + at] = new;
                    self.edges[at * width + blossom] = self.edge(at, part);
                }
            }
            for node in 1..=self.nodes {
                if self.inside[part * width + node] != 0 {
                    self.inside[blossom * width + node] = part;
                }
            }
        }
    }

    /// Takes an inner blossom without a price apart.
    fn expand(&mut self, blossom: usize) {
        for part in self.parts[blossom].clone() {
            self.lies_in(part, part);
        }
        let enters = self.edge(blossom, self.parent[blossom]).from;
        let entry = self.inside[blossom * self.width + enters];
        let place = self.even_place(blossom, entry);
        let parts = self.parts[blossom].clone();
        for two in parts[..place].chunks_exact(2) {
            let (inner, outer) = (two[0], two[1]);
            self.parent[inner] = self.edge(outer, inner).from;
            self.role[inner] = Role::Inner;
            self.role[outer] = Role::Outer;
            self.nearest[inner] = 0;
            self.find_nearest(outer);
            self.enqueue(outer);
        }
        self.role[entry] = Role::Inner;
        self.parent[entry] = self.parent[blossom];
        for &part in &parts[place + 1..] {
            self.role[part] = Role::Free;
            self.find_nearest(part);
        }
        self.top[blossom] = 0;
    }

    /// Follows a tight edge from an outer top; true once it makes another pair.
    fn follow(&mut self, edge: Edge) -> bool {
        let (one, other) = (self.top[edge.from], self.top[edge.to]);
        match self.role[other] {
            Role::Free => {
                self.parent[other] = edge.from;
                self.role[other] = Role::Inner;
                let next = self.top[self.pair[other]];
                self.nearest[other] = 0;
                self.nearest[next] = 0;
                self.role[next] = Role::Outer;
                self.enqueue(next);
                false
            }
            Role::Outer => {
                let base = self.meeting(one, other);
                if base == 0 {
                    self.augment(one, other);
                    self.augment(other, one);
                    return true;
                }
                self.shrink(one, base, other);
                false
            }
            Role::Inner => false,
        }
    }

    fn tops(&self) -> impl Iterator<Item = usize> + '_ {
        (1..=self.last).filter(|&at| self.top[at] == at)
    }

    fn finds_another_pair(&mut self) -> bool {
        self.role[1..].fill(Role::Free);
        self.nearest.fill(0);
        self.queue.clear();
        let roots: Vec<usize> = self.tops().filter(|&top| self.pair[top] == 0).collect();
        for root in roots {
            self.parent[root] = 0;
            self.role[root] = Role::Outer;
            self.enqueue(root);
        }
        if self.queue.is_empty() {
            return false;
        }
        loop {
            if self.grow() {
                return true;
            }
            if !self.move_prices() {
                return false;
            }
            self.queue.clear();
            if self.follow_tight() {
                return true;
            }
            for blossom in self.nodes + 1..=self.last {
                let is_spent = self.role[blossom] == Role::Inner && self.price[blossom] == 0;
                if self.top[blossom] == blossom && is_spent {
                    self.expand(blossom);
                }
            }
        }
    }

    /// Grows the trees along tight edges; true once another pair is made.
    fn grow(&mut self) -> bool {
        while let Some(node) = self.queue.pop_front() {
            if self.role[self.top[node]] == Role::Inner {
                continue;
            }
            for other in 1..=self.nodes {
                let edge = self.edge(node, other);
                if edge.weight > 0 && self.top[node] != self.top[other] {
                    if self.slack(edge) == 0 {
                        if self.follow(edge) {
                            return true;
                        }
                    } else {
                        self.come_nearer(node, self.top[other]);
                    }
                }
            }
        }
        false
    }

    /// Moves the prices until an edge gets tight or a blossom is spent; false where a node's price
    /// would fall below nothing: then no pair is left to gain.
    fn move_prices(&mut self) -> bool {
        let spent = (self.nodes + 1..=self.last)
            .filter(|&b| self.top[b] == b && self.role[b] == Role::Inner)
            .map(|b| self.price[b] / 2);
        let tight = self.tops().filter(|&top| self.nearest[top] != 0).filter_map(|top| {
            let slack = self.slack(self.edge(self.nearest[top], top));
            match self.role[top] {
                Role::Free => Some(slack),
                Role::Outer => Some(slack / 2),
                Role::Inner => None,
            }
        });
        let step = spent.chain(tight).min();
        for node in 1..=self.nodes {
            match self.role[self.top[node]] {
                Role::Outer => match step {
                    Some(step) if self.price[node] > step => self.price[node] -= step,
                    _ => return false,
                },
                Role::Inner => self.price[node] += step.unwrap_or(0),
                Role::Free => {}
            }
        }
        for blossom in self.nodes + 1..=self.last {
            if self.top[blossom] == blossom {
                let step = step.unwrap_or(0);
                match self.role[blossom] {
                    Role::Outer => self.price[blossom] += step * 2,
                    Role::Inner => self.price[blossom] -= step * 2,
                    Role::Free => {}
                }
            }
        }
        true
    }

    fn follow_tight(&mut self) -> bool {
        for top in 1..=self.last {
            let near = self.nearest[top];
            if self.top[top] == top && near != 0 && self.top[near] != top {
                let edge = self.edge(near, top);
                if self.slack(edge) == 0 && self.follow(edge) {
                    return true;
                }
            }
        }
        false
    }
}
