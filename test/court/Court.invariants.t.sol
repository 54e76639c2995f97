// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {CourtHandler} from "../support/CourtHandler.sol";
import {vm} from "../support/Vm.sol";

/// @notice The runner calls only contracts of this file.
contract Bench is CourtHandler {}

contract CourtInvariants {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Bench private bench;

    function setUp() public {
        bench = new Bench();
        bench.prepare();
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(bench);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        bytes4[] memory selectors = new bytes4[](15);
        selectors[0] = bench.openSome.selector;
        selectors[1] = bench.armSome.selector;
        selectors[2] = bench.drawSome.selector;
        selectors[3] = bench.commitSome.selector;
        selectors[4] = bench.revealSome.selector;
        selectors[5] = bench.appealSome.selector;
        selectors[6] = bench.ruleSome.selector;
        selectors[7] = bench.settleSome.selector;
        selectors[8] = bench.withdrawSome.selector;
        selectors[9] = bench.pass.selector;
        selectors[10] = bench.elect.selector;
        selectors[11] = bench.govern.selector;
        // More of what the rest follows from.
        (selectors[12], selectors[13], selectors[14]) = (selectors[3], selectors[4], selectors[9]);
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(bench), selectors);
    }

    /* THE BENCH IS WORTH LOOKING AT */

    /// The invariants would hold of a court in which nothing happens, too: a long walk must reach everything.
    function test_the_bench_sees_everything() external {
        for (uint256 i; i < 2_000; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("bench", i)));
            bytes4[] memory selectors = this.targetSelectors()[0].selectors;
            bytes4 selector = selectors[seed % selectors.length];
            (bool success, ) = address(bench).call(abi.encodeWithSelector(selector, seed >> 8));
            vm.assertTrue(success);
            if (i % 100 != 99) continue;
            checkAll();
            if (bytes(missing()).length == 0) break;
        }
        vm.assertEq(missing(), "");
        this.afterInvariant();
    }

    function checkAll() private view {
        this.invariant_WhatIsOwedIsThere();
        this.invariant_DrawsArePure();
        this.invariant_NothingMovesBack();
    }

    function missing() private view returns (string memory list) {
        string[23] memory events = [
            "opened",
            "armed",
            "armed again",
            "seed still valid",
            "forgery refused",
            "drawn",
            "void",
            "committed",
            "already committed",
            "closed early",
            "revealed",
            "second reveal refused",
            "cannot be opened",
            "appealed",
            "appealed twice",
            "ruled",
            "ruling refused",
            "settled",
            "second settlement refused",
            "penalised",
            "withdrawn",
            "treasury",
            "governed"
        ];
        for (uint256 i; i < events.length; ++i) {
            if (bench.reached(events[i]) == 0) list = string.concat(list, events[i], ", ");
        }
    }

    /* THE INVARIANTS */

    /// Coins and tokens of the court are to the last unit what it owes, and what came in less what went out.
    ///
    /// forge-config: default.invariant.runs = 10
    /// forge-config: default.invariant.depth = 100
    function invariant_WhatIsOwedIsThere() external view {
        (uint256 held, uint256 owed) = bench.coins();
        vm.assertEq(held, owed);
        (held, owed) = bench.tokens();
        vm.assertEq(held, owed);
        (uint256 coins, uint256 coinsNet, uint256 tokens, uint256 tokensNet) = bench.flows();
        vm.assertEq(coins, coinsNet);
        vm.assertEq(tokens, tokensNet);
    }

    /// Juries are a pure function of seed, the term's seats and the parties; no party sits, nobody twice.
    ///
    /// forge-config: default.invariant.runs = 10
    /// forge-config: default.invariant.depth = 100
    function invariant_DrawsArePure() external view {
        vm.assertTrue(bench.areDrawsPure());
        vm.assertFalse(bench.isAnyPartySeated());
        vm.assertTrue(bench.areJuriesWellFormed());
    }

    /// Looked at after every action: phases, rounds and votes move forward only; one reveal a seat; final rulings and parameters of open disputes
    /// stay; one ruling a dispute and one settlement a round; no seat loses more than its lock, no coherent one anything.
    ///
    /// forge-config: default.invariant.runs = 10
    /// forge-config: default.invariant.depth = 100
    function invariant_NothingMovesBack() external view {
        vm.assertEq(bench.broken(), "");
    }

    /// Every dispute ends with one ruling and everybody paid, by calls of strangers alone, even if no juror ever does anything again.
    function afterInvariant() external {
        vm.assertTrue(bench.endAll());
        this.invariant_WhatIsOwedIsThere();
        this.invariant_DrawsArePure();
        this.invariant_NothingMovesBack();
    }
}
