// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IPlatforms, Platform} from "../../contracts/platforms/IPlatforms.sol";
import {PlatformsTest} from "../support/PlatformsTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Keys that are bound to epochs, and the operator's role.
contract SignersTest is PlatformsTest {
    uint32 private constant EPOCHS = 24;

    address private first = vm.addr(SIGNER_KEY);

    /* KEYS */

    function testFuzz_setSigner(address signer, uint32 fromEpoch, uint32 asked) public {
        vm.assume(signer != address(0));
        toEpoch(3);
        fromEpoch = uint32(bound(fromEpoch, 4, type(uint32).max));
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.SignerSet(platformId, signer, fromEpoch);
        vm.prank(operator);
        platforms.setSigner(platformId, signer, fromEpoch);
        vm.assertEq(platform().signer, signer);
        vm.assertEq(platform().signerSince, fromEpoch);
        vm.assertEq(platforms.signerOf(platformId, asked), asked < fromEpoch ? first : signer);
    }

    /// A key that has not come into force leaves no trace, whether its successor comes earlier or later.
    function test_setSigner_replaces_a_key_to_come() public {
        toEpoch(2);
        set(address(0xA), 10);
        set(address(0xB), 5);
        vm.assertEq(platforms.signerOf(platformId, 4), first);
        vm.assertEq(platforms.signerOf(platformId, 5), address(0xB));
        vm.assertEq(platforms.signerOf(platformId, 10), address(0xB));
        set(address(0xC), 8);
        vm.assertEq(platforms.signerOf(platformId, 5), first);
        vm.assertEq(platforms.signerOf(platformId, 7), first);
        vm.assertEq(platforms.signerOf(platformId, 8), address(0xC));
    }

    function test_former_keys_are_found_by_their_epochs() public {
        toEpoch(2);
        set(address(0xA), 5);
        toEpoch(5);
        set(address(0xB), 6);
        toEpoch(9);
        set(address(0xC), 12);
        address[6] memory expected = [first, first, address(0xA), address(0xB), address(0xB), address(0xC)];
        uint32[6] memory epochs = [uint32(0), 4, 5, 6, 11, 12];
        for (uint256 i; i < 6; ++i) vm.assertEq(platforms.signerOf(platformId, epochs[i]), expected[i]);
    }

    /// Whatever the operator does and whenever: keys of the running epoch and of earlier ones stay, and later epochs have the
    /// key that was said last.
    function testFuzz_setSigner_any_sequence(uint256 seed) public {
        address[EPOCHS] memory keys;
        for (uint256 i; i < EPOCHS; ++i) keys[i] = first;
        uint32 epoch;
        for (uint256 step; step < 12; ++step) {
            epoch += uint32(uint256(keccak256(abi.encode(seed, step, "epochs"))) % 3);
            if (epoch >= EPOCHS - 1) break;
            toEpoch(epoch);
            uint32 from = uint32(bound(uint256(keccak256(abi.encode(seed, step))), epoch + 1, EPOCHS - 1));
            address key = address(uint160(step + 1));
            set(key, from);
            for (uint256 i = epoch + 1; i < EPOCHS; ++i) keys[i] = i < from ? keys[epoch] : key;
            for (uint32 i; i < EPOCHS; ++i) vm.assertEq(platforms.signerOf(platformId, i), keys[i]);
        }
    }

    function testFuzz_setSigner_refuses_epochs_that_have_begun(uint32 epoch, uint32 fromEpoch) public {
        epoch = uint32(bound(epoch, 0, 100_000));
        fromEpoch = uint32(bound(fromEpoch, 0, epoch));
        toEpoch(epoch);
        refuse(
            operator,
            abi.encodeCall(IPlatforms.setSigner, (platformId, stranger, fromEpoch)),
            abi.encodeWithSelector(IPlatforms.SignerEpochPast.selector, fromEpoch, epoch + 1)
        );
    }

    function test_setSigner_refuses_zero() public {
        refuse(
            operator,
            abi.encodeCall(IPlatforms.setSigner, (platformId, address(0), 5)),
            abi.encodePacked(IPlatforms.ZeroSigner.selector)
        );
    }

    /* THE OPERATOR'S ROLE */

    function testFuzz_offer_and_accept(address to) public {
        vm.assume(to != address(0) && to != operator);
        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.OperatorOffered(platformId, to);
        vm.prank(operator);
        platforms.offerOperator(platformId, to);
        vm.assertEq(platform().operator, operator);
        vm.assertEq(platform().pendingOperator, to);

        vm.expectEmit(true, true, true, true, address(platforms));
        emit IPlatforms.OperatorChanged(platformId, to);
        vm.prank(to);
        platforms.acceptOperator(platformId);
        Platform memory one = platform();
        vm.assertEq(one.operator, to);
        vm.assertEq(one.pendingOperator, address(0));
        vm.assertEq(one.bond, PLATFORM_BOND);
        refuse(
            operator,
            abi.encodeCall(IPlatforms.setEndpoint, (platformId, "x")),
            abi.encodeWithSelector(IPlatforms.NotOperator.selector, platformId, operator)
        );
        refuse(
            to,
            abi.encodeCall(IPlatforms.acceptOperator, (platformId)),
            abi.encodeWithSelector(IPlatforms.NotOffered.selector, platformId, to)
        );
    }

    /// The role comes with bond and pledges; what was under way stays as it is.
    function test_accept_takes_over_everything() public {
        vm.prank(operator);
        platforms.requestWithdrawal(platformId, 1e6);
        commit(receipts);
        challenge(receipts[0]);
        vm.prank(operator);
        platforms.offerOperator(platformId, stranger);
        vm.prank(stranger);
        platforms.acceptOperator(platformId);
        answer(0);
        uint256 before = stranger.balance;
        platforms.collectPledges(platformId);
        vm.assertEq(stranger.balance, before + PLEDGE);
        toEpoch(12);
        vm.prank(stranger);
        vm.assertEq(platforms.withdrawBond(platformId), 1e6);
        vm.assertEq(asset.balanceOf(stranger), 1e6);
    }

    function testFuzz_accept_refuses_others(address caller) public {
        vm.assume(caller != stranger && caller != address(0));
        refuseAccept(caller);
        offer(stranger);
        refuseAccept(caller);
    }

    function test_an_offer_is_taken_back_or_replaced() public {
        offer(stranger);
        offer(address(0));
        refuseAccept(stranger);
        offer(stranger);
        offer(challenger);
        refuseAccept(stranger);
        vm.prank(challenger);
        platforms.acceptOperator(platformId);
        vm.assertEq(platform().operator, challenger);
    }

    /* HELPERS */

    function set(address signer, uint32 fromEpoch) private {
        vm.prank(operator);
        platforms.setSigner(platformId, signer, fromEpoch);
    }

    function offer(address to) private {
        vm.prank(operator);
        platforms.offerOperator(platformId, to);
    }

    function refuseAccept(address caller) private {
        refuse(
            caller,
            abi.encodeCall(IPlatforms.acceptOperator, (platformId)),
            abi.encodeWithSelector(IPlatforms.NotOffered.selector, platformId, caller)
        );
    }
}
