// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IElections, Score} from "../../contracts/validators/IElections.sol";
import {SolutionReader} from "../../contracts/validators/SolutionReader.sol";
import {SolutionTest} from "../support/SolutionTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice Solutions that come in pages.
contract DraftsTest is SolutionTest {
    function begin() private {
        vm.prank(stranger);
        elections.beginDraft(1, winners());
    }

    function add(bytes memory voters_, bytes memory edges) private {
        vm.prank(stranger);
        elections.addPage(voters_, edges);
    }

    function finish() private {
        vm.prank(stranger);
        elections.finishDraft();
    }

    function one(uint32 id) private pure returns (bytes memory) {
        return abi.encodePacked(id);
    }

    function test_pages_are_one_solution() public {
        begin();
        vm.expectEmit(address(elections));
        emit IElections.PageVerified(1, stranger, 0, winners(), one(1), all(0, 0), words(100));
        add(one(1), all(0, 0));
        bytes memory rest = abi.encodePacked(uint32(2), uint32(3));
        vm.expectEmit(address(elections));
        emit IElections.PageVerified(1, stranger, 1, winners(), rest, edges23(), words(200, 300));
        add(rest, edges23());
        finish();
        assertScore(1, score(3, 200, 600, 3 * 200 ** 2));
        (, bytes32 root) = elections.outcomeOf(1);
        bytes32 second = sorted(leaf(1, 2, words(word(1, 200))), leaf(1, 3, words(word(0, 100), word(2, 200))));
        vm.assertEq(root, sorted(leaf(1, 1, words(word(0, 100))), second));
    }

    function edges23() private pure returns (bytes memory) {
        return abi.encodePacked(all(0, 1), split(0, 0, 100, 1, 2));
    }

    function test_order_holds_across_pages() public {
        begin();
        add(one(2), all(0, 1));
        bytes memory expected = abi.encodeWithSelector(SolutionReader.VotersOutOfOrder.selector, 2, 2);
        refuseElection(abi.encodeCall(IElections.addPage, (one(2), all(0, 1))), expected);
        expected = abi.encodeWithSelector(SolutionReader.VotersOutOfOrder.selector, 2, 1);
        refuseElection(abi.encodeCall(IElections.addPage, (one(1), all(0, 0))), expected);
    }

    function test_a_draft_belongs_to_its_submitter() public {
        begin();
        bytes memory data = abi.encodeCall(IElections.addPage, (one(1), all(0, 0)));
        bytes memory expected = abi.encodeWithSelector(IElections.NoDraft.selector, address(this));
        assertRefused(address(this), address(elections), data, expected);
        assertRefused(address(this), address(elections), abi.encodeCall(IElections.finishDraft, ()), expected);
    }

    function test_a_draft_ends_when_it_is_finished() public {
        begin();
        refuseElection(
            abi.encodeCall(IElections.finishDraft, ()),
            abi.encodeWithSelector(SolutionReader.EmptyPage.selector)
        );
        add(voters(1, 2, 3), plainEdges());
        finish();
        refuseElection(
            abi.encodeCall(IElections.finishDraft, ()),
            abi.encodeWithSelector(IElections.NoDraft.selector, stranger)
        );
    }

    function test_beginning_again_forgets() public {
        begin();
        add(voters(1, 2, 3), plainEdges());
        begin();
        add(voters(1, 2, 3), splitEdges(100));
        finish();
        assertScore(1, score(3, 200, 600, 3 * 200 ** 2));
    }

    /// A whole solution between two pages of a draft has a page 0 of its own: the draft could not be put together from its pages since page 0.
    function test_attack_whole_solution_between_pages_of_a_draft() public {
        begin();
        add(one(1), all(0, 0));
        submit(plainEdges());
        bytes memory expected = abi.encodeWithSelector(IElections.NoDraft.selector, stranger);
        bytes memory rest = abi.encodePacked(uint32(2), uint32(3));
        refuseElection(abi.encodeCall(IElections.addPage, (rest, edges23())), expected);
        refuseElection(abi.encodeCall(IElections.finishDraft, ()), expected);
        begin();
        add(voters(1, 2, 3), splitEdges(100));
        finish();
        assertScore(1, score(3, 200, 600, 3 * 200 ** 2));
    }

    /// Whoever else submits leaves it as it is.
    function test_draft_outlives_solutions_of_others() public {
        begin();
        add(one(1), all(0, 0));
        elections.submit(1, winners(), voters(1, 2, 3), plainEdges());
        add(abi.encodePacked(uint32(2), uint32(3)), edges23());
        finish();
        assertScore(1, score(3, 200, 600, 3 * 200 ** 2));
    }

    /// A draft cannot be carried into another election.
    function test_late_draft() public {
        begin();
        add(voters(1, 2, 3), plainEdges());
        toTerm(1);
        bytes memory late = abi.encodeWithSelector(
            IElections.OutsideElection.selector,
            1,
            GENESIS + 3 * EPOCH,
            GENESIS + 4 * EPOCH
        );
        refuseElection(abi.encodeCall(IElections.addPage, (one(4), all(0, 0))), late);
        refuseElection(abi.encodeCall(IElections.finishDraft, ()), late);
    }

    function test_a_worse_draft() public {
        submit(splitEdges(100));
        begin();
        add(voters(1, 2, 3), plainEdges());
        (Score memory queued, ) = elections.outcomeOf(1);
        Score memory given = score(3, 100, 600, 100 ** 2 + 200 ** 2 + 300 ** 2);
        refuseElection(
            abi.encodeCall(IElections.finishDraft, ()),
            abi.encodeWithSelector(IElections.SolutionNotBetter.selector, given, queued)
        );
    }

    function test_pages_are_limited() public {
        for (uint256 i = 10; i < 10 + 64; ++i) addVoters(i);
        // Voters' places are few: pages of other people's come later than the list is full.
        begin();
        for (uint32 id = 5; id < 5 + 64; ++id) add(one(id), all(0, 0));
        refuseElection(
            abi.encodeCall(IElections.addPage, (one(100), all(0, 0))),
            abi.encodeWithSelector(IElections.TooManyPages.selector, 64)
        );
    }

    function addVoters(uint256 i) private {
        uint256[] memory stakes = words(1);
        uint256[] memory targets = words(1);
        bytes memory data = abi.encodeCall(validators.votersAt, (1, one(uint32(i - 5))));
        vm.mockCall(address(validators), data, abi.encode(stakes, targets));
    }
}
