// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Recommenders} from "../../contracts/settlement/Recommenders.sol";
import {DenseRegistry} from "../../contracts/shared/DenseRegistry.sol";
import {Refusals} from "../support/Refusals.sol";
import {vm} from "../support/Vm.sol";

contract RecommendersTest is Refusals {
    address private constant ALICE = address(0xA11CE);
    address private constant PAYOUT = address(0xFA);

    Recommenders private recommenders;

    function setUp() public {
        recommenders = new Recommenders();
        vm.prank(ALICE);
        recommenders.register(PAYOUT);
    }

    function testFuzz_register(address account, address payout) public {
        vm.assume(account != ALICE && payout != address(0));
        vm.expectEmit(true, true, true, true, address(recommenders));
        emit Recommenders.RecommenderRegistered(2, account, payout);
        vm.prank(account);
        vm.assertEq(recommenders.register(payout), 2);
        vm.assertEq(recommenders.registered(), 2);
        vm.assertEq(recommenders.idOf(account), 2);
        vm.assertEq(recommenders.accountOf(2), account);
        vm.assertEq(recommenders.payoutOf(2), payout);
        vm.assertEq(recommenders.payoutOf(1), PAYOUT);
    }

    function test_ids_are_dense() public {
        for (uint160 i = 2; i < 10; ++i) {
            vm.prank(address(i));
            vm.assertEq(recommenders.register(PAYOUT), i);
        }
        vm.assertEq(recommenders.registered(), 9);
    }

    function test_register_refuses_twice() public {
        refuse(
            ALICE,
            abi.encodeCall(Recommenders.register, (address(1))),
            abi.encodeWithSelector(DenseRegistry.AlreadyRegistered.selector, ALICE, 1)
        );
    }

    function testFuzz_register_refuses_zero_payout(address account) public {
        refuse(
            account,
            abi.encodeCall(Recommenders.register, (address(0))),
            abi.encodePacked(Recommenders.ZeroPayout.selector)
        );
    }

    function testFuzz_setPayout(address payout) public {
        vm.assume(payout != address(0));
        vm.expectEmit(true, true, true, true, address(recommenders));
        emit Recommenders.RecommenderPayoutSet(1, payout);
        vm.prank(ALICE);
        recommenders.setPayout(payout);
        vm.assertEq(recommenders.payoutOf(1), payout);
        vm.assertEq(recommenders.accountOf(1), ALICE);
    }

    function test_setPayout_refuses_zero() public {
        refuse(
            ALICE,
            abi.encodeCall(Recommenders.setPayout, (address(0))),
            abi.encodePacked(Recommenders.ZeroPayout.selector)
        );
    }

    function testFuzz_setPayout_registered_only(address account) public {
        vm.assume(account != ALICE);
        refuse(
            account,
            abi.encodeCall(Recommenders.setPayout, (account == address(0) ? ALICE : account)),
            abi.encodeWithSelector(Recommenders.NotRegistered.selector, account)
        );
    }

    function testFuzz_unknown_ids_are_nobody(uint32 id) public view {
        vm.assume(id != 1);
        vm.assertEq(recommenders.payoutOf(id), address(0));
        vm.assertEq(recommenders.accountOf(id), address(0));
    }

    function refuse(address caller, bytes memory data, bytes memory expected) private {
        assertRefused(caller, address(recommenders), data, expected);
    }

    function fingerprint() internal view override returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    recommenders.registered(),
                    recommenders.idOf(ALICE),
                    recommenders.payoutOf(1),
                    recommenders.payoutOf(2)
                )
            );
    }
}
